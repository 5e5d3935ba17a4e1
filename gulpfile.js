const { dest, series, src } = require('gulp');

/** Icons and codex files are read by n8n from beside the compiled classes. */
function assets() {
	return src(['nodes/**/*.{svg,json}', 'credentials/**/*.svg'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));
}

exports.default = series(assets);
