/* eslint-disable @n8n/community-nodes/no-restricted-globals -- test code, never shipped: reads the environment to pass on what is neutral */

/** What a program needs of this process's environment. The rest, such as NODE_ENV or a developer's N8N_ settings, changes what it does. */
const NEUTRAL = ['HOME', 'LANG', 'LC_ALL', 'PATH', 'SHELL', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];

/** npm's configuration: registry, proxy and certificates may be given this way. */
const FOR_NPM = /^(npm_config_|https?_proxy$|no_proxy$|node_extra_ca_certs$)/i;

function pick(isWanted: (name: string) => boolean): Record<string, string> {
	return Object.fromEntries(
		Object.entries(process.env).flatMap(([name, value]) =>
			value !== undefined && isWanted(name) ? [[name, value]] : [],
		),
	);
}

/** The environment a program is started with, before what it needs itself. */
export function neutralEnvironment(): Record<string, string> {
	return pick((name) => NEUTRAL.includes(name));
}

/** The same with npm's configuration. */
export function npmEnvironment(): Record<string, string> {
	return pick((name) => NEUTRAL.includes(name) || FOR_NPM.test(name));
}
