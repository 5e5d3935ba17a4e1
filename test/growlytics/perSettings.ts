import type { GrowlyticsSettings } from './settings';

/** Makes something of settings once, not for every request: settings in force are one object until they change. */
export function perSettings<Made extends object>(
	make: (settings: GrowlyticsSettings) => Made,
): (settings: GrowlyticsSettings) => Made {
	const made = new WeakMap<GrowlyticsSettings, Made>();
	return (settings) => {
		const known = made.get(settings) ?? make(settings);
		made.set(settings, known);
		return known;
	};
}
