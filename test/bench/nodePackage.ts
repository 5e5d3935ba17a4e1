/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- measuring program, never shipped: compiles nodes into a folder */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';

const SOURCES = {
	'Customers.node.js': 'Customers.ts',
	'BareRequest.node.js': 'BareRequest.ts',
	'BenchApi.credentials.js': 'BenchApi.ts',
};

const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 };

/**
 * Compiles the nodes that exist only to be measured, and to make items.
 *
 * @param folder an empty one, for n8n's setting N8N_CUSTOM_EXTENSIONS: n8n calls their package CUSTOM
 */
export function compileNodes(folder: string): void {
	for (const [target, source] of Object.entries(SOURCES)) {
		const text = readFileSync(join(__dirname, 'nodes', source), 'utf8');
		writeFileSync(join(folder, target), transpileModule(text, { compilerOptions }).outputText);
	}
}
