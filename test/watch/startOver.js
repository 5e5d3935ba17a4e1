const ENTER = '\r';

/** Jest takes no notice of a file that is saved while tests run. This presses Enter for it: once to stop, once to start. */
module.exports = class StartOver {
	constructor({ stdin }) {
		this.press = () => stdin.emit('data', ENTER);
		this.isRunning = false;
		this.isStale = false;
	}

	apply(hooks) {
		hooks.shouldRunTestSuite(() => {
			this.isRunning = true;
			return true;
		});
		hooks.onFileChange(() => {
			if (!this.isRunning) return;
			this.isStale = true;
			this.press();
		});
		hooks.onTestRunComplete(() => {
			this.isRunning = false;
			if (!this.isStale) return;
			this.isStale = false;
			setImmediate(this.press);
		});
	}
};
