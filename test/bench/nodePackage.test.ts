/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: reads a folder */
import { readdirSync } from 'node:fs';
import { temporaryFolder } from '../e2e/temporaryFolder';
import { compileNodes } from './nodePackage';

test('the nodes to compare with are compiled to what n8n looks for in a folder of custom nodes', () => {
	const { path, remove } = temporaryFolder();
	compileNodes(path);
	const files = readdirSync(path).sort();
	remove();
	expect(files).toEqual(['BareRequest.node.js', 'BenchApi.credentials.js', 'Customers.node.js']);
});
