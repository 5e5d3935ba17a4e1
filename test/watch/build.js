const { join } = require('node:path');
const ts = require('typescript');

const config = join(__dirname, '..', '..', 'tsconfig.build.json');
const librariesRead = new Map();
let program;

/**
 * Brings dist up to what the sources are, before each run of the tests: n8n's engine loads what was built. What is wrong
 * with types is printed, and the tests run all the same.
 */
module.exports = function build() {
	const { options, fileNames } = ts.getParsedCommandLineOfConfigFile(config, undefined, {
		...ts.sys,
		onUnRecoverableConfigFileDiagnostic: print,
	});
	program = ts.createEmitAndSemanticDiagnosticsBuilderProgram(
		fileNames,
		options,
		hostOf(options),
		program,
	);
	program.emit();
	[...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()].forEach(print);
};

/** Reads the sources each time, the types of libraries once. */
function hostOf(options) {
	const host = ts.createIncrementalCompilerHost(options);
	return {
		...host,
		getSourceFile(path, ...rest) {
			if (!path.includes('/node_modules/')) return host.getSourceFile(path, ...rest);
			if (!librariesRead.has(path)) librariesRead.set(path, host.getSourceFile(path, ...rest));
			return librariesRead.get(path);
		},
	};
}

function print(diagnostic) {
	process.stderr.write(
		ts.formatDiagnosticsWithColorAndContext([diagnostic], {
			getCanonicalFileName: (path) => path,
			getCurrentDirectory: ts.sys.getCurrentDirectory,
			getNewLine: () => ts.sys.newLine,
		}),
	);
}
