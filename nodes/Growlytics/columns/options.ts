/** How a run reads text: Options > Detect Types, Date Order and Number Format. */
export interface ReadingOptions {
	/**
	 * `noDoubt` types text where there is no doubt; `ask` does the same, and whoever runs it refuses the run
	 * while a column is in doubt; `off` leaves text as text.
	 */
	detectTypes: 'noDoubt' | 'ask' | 'off';
	/** What 03/04/2026 means where nothing in the run proves it. */
	dateOrder: 'evidence' | 'dayFirst' | 'monthFirst';
	/** What 1,240 means where nothing in the run proves it: `point` 1240, `comma` 1.24. */
	numberFormat: 'evidence' | 'point' | 'comma';
}
