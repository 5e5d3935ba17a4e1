import { loopback, mostPerSecond, networks, withoutWaits } from './places';

test.each([
	[networks.near, undefined],
	[networks.limited, 200],
	[networks.throttled, 50],
	[loopback(50), undefined],
])('$name: what the server can do at best', (place, expected) => {
	expect(mostPerSecond(place)).toBe(expected);
});

test('what is warmed up is the same connection without waits', () => {
	expect(withoutWaits(networks.throttled)).toEqual({
		name: 'tls',
		title: 'TLS',
		workMs: 0,
		roundTripMs: 0,
	});
	expect(withoutWaits(loopback(200))).toEqual(loopback(0));
});
