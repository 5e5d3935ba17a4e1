/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: reads files of the repository */
import { existsSync, copyFileSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { WorkflowJson } from '../engine/workflow';

const FOLDER = resolve(__dirname, '..', '..', 'examples');

/** The folder that n8n's Docker image lets workflows read, and the examples name. */
const FILES_FOLDER_OF_IMAGE = '/home/node/.n8n-files';

/** File names of the example workflows. */
export function exampleNames(): string[] {
	if (!existsSync(FOLDER)) return [];
	return readdirSync(FOLDER)
		.filter((name) => name.endsWith('.json'))
		.sort();
}

/**
 * An example workflow as it is, but for the folder of its files.
 *
 * @param filesFolder where this n8n may read files
 */
export function readExample(name: string, filesFolder: string): WorkflowJson {
	const text = readFileSync(join(FOLDER, name), 'utf8');
	const place = JSON.stringify(filesFolder).slice(1, -1);
	return JSON.parse(text.replaceAll(FILES_FOLDER_OF_IMAGE, place));
}

/** Puts the examples' data files where n8n may read them. */
export function copyExampleFiles(filesFolder: string): void {
	if (!existsSync(FOLDER)) return;
	const names = readdirSync(FOLDER).filter((name) => /\.(csv|xlsx)$/.test(name));
	for (const name of names) copyFileSync(join(FOLDER, name), join(filesFolder, name));
}
