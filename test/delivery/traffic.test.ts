import { Traffic } from '../../nodes/Growlytics/delivery/traffic';

/** Traffic that departed at such times. */
function departed(maxRequestsPerSecond: number, ...times: number[]): Traffic {
	const traffic = new Traffic({ concurrency: 10, maxRequestsPerSecond, stopAtFailure: false }, 0);
	times.forEach((time) => traffic.depart(time));
	return traffic;
}

it.each([
	['the first request may start at once', 5, [], 0],
	['the first start opens the grid', 5, [1234], 1434],
	['a start on time keeps the grid', 5, [1000, 1200], 1400],
	['a late start may be made up for', 5, [1000, 1215], 1400],
	['but only for a little', 5, [1000, 1500], 1680],
	['four a second leave 250 ms', 4, [0], 250],
	['no limit leaves none', 0, [0, 0, 0], 0],
])('%s', (_, maxRequestsPerSecond, times, opensAt) => {
	const traffic = departed(maxRequestsPerSecond, ...times);
	expect(traffic.opensAt(5000)).toEqual({ retries: opensAt, fresh: opensAt });
});

it('takes the slower of what the user allows and what the service lets through', () => {
	const traffic = departed(4);
	const refused = traffic.depart(0);
	traffic.noteSetback(refused, { taskIndex: 0, at: 10, pauseMs: 1000 });
	expect(traffic.opensAt(10).fresh).toBe(1010);
	traffic.depart(1010);
	// Twenty milliseconds of what a timer was late can be made up for.
	expect(traffic.opensAt(1010).fresh).toBe(990 + 2000);
});

it('keeps to what the user allows after a short pause too', () => {
	const traffic = departed(4);
	const refused = traffic.depart(0);
	traffic.noteSetback(refused, { taskIndex: 0, at: 10, pauseMs: 100 });
	expect(traffic.opensAt(10).fresh).toBe(250);
});

it('opens again for each request that has ended, once all places are taken', () => {
	const traffic = new Traffic({ concurrency: 2, maxRequestsPerSecond: 0, stopAtFailure: false }, 0);
	expect(traffic.isQuiet).toBe(true);
	traffic.depart(0);
	traffic.depart(0);
	expect(traffic.opensAt(0)).toEqual({ retries: Infinity, fresh: Infinity });
	traffic.arrive();
	expect(traffic.opensAt(0)).toEqual({ retries: 0, fresh: 0 });
	expect(traffic.isQuiet).toBe(false);
	traffic.arrive();
	expect(traffic.isQuiet).toBe(true);
});

it('takes as many places as it has by then for what it has tried when the service asks for a short pause', () => {
	const settings = { concurrency: 0, maxRequestsPerSecond: 0, stopAtFailure: false };
	const traffic = new Traffic(settings, 0);
	for (let time = 0; time < 20_000; time += 100) {
		while (traffic.opensAt(time).fresh <= time) traffic.depart(time);
		const departures = Array.from({ length: 10 }, () => traffic.depart(time));
		for (const departure of departures) {
			traffic.noteServed(departure, time + 100);
			traffic.arrive();
		}
	}
	traffic.noteSetback(traffic.depart(20_000), { taskIndex: 0, at: 20_000, pauseMs: 0 });
	Array.from({ length: 90 }, () => traffic.arrive());
	// Of ten places, 180 a second would be left.
	expect(traffic.opensAt(20_000).fresh - 20_000).toBeLessThan(1);
});
