import { UserError } from 'n8n-workflow';

/** An n8n to install: itself, the Node it runs on, and what npm must be told besides. */
export interface N8nVersion {
	n8n: string;
	/** Version of the npm packages that bring Node: n8n 2.38 and later refuse anything below 24. */
	node: string;
	/** Overrides of npm, in the harness's own package.json. */
	overrides: Record<string, string>;
}

/**
 * Up to 2.30, n8n-nodes-base names its spreadsheet library by an address outside the registry. The registry has an
 * older one of the same name, which does for everything but odd spreadsheets.
 */
const REGISTRY_XLSX = { xlsx: 'npm:xlsx@0.18.5' };

/** The version that most tests run on. */
export const CURRENT: N8nVersion = {
	n8n: '2.41.1',
	node: '24.21.0',
	overrides: {},
};

/** What docs/installing.md promises: the current version, an early 2.x, and the last line of 1.x. */
export const VERSIONS: readonly N8nVersion[] = [
	CURRENT,
	{ n8n: '2.0.3', node: '22.23.3', overrides: REGISTRY_XLSX },
	{ n8n: '1.123.81', node: '22.23.3', overrides: REGISTRY_XLSX },
];

/** Names the n8n that the tests run with, if not the current one. */
export const VERSION_VARIABLE = 'E2E_N8N';

/**
 * @throws UserError when it is none of the versions above
 */
export function versionNamed(name: string): N8nVersion {
	const version = VERSIONS.find(({ n8n }) => n8n === name);
	if (version) return version;
	const known = VERSIONS.map(({ n8n }) => n8n).join(', ');
	throw new UserError(`No n8n ${name} here, only ${known}`);
}
