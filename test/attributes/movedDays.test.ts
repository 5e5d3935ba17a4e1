import { columnRemarks } from '../../nodes/Growlytics/attributes/columnRemarks';
import { mapAutomatically, mappingSettings } from './mapping';

const MOVED =
	'"Birthday" (2 items): "1990-05-12T00:00:00Z" is 1990-05-11 20:00:00 in the Account Time Zone, another day. If only the day is meant, send the day alone.';

it.each([
	['west of UTC', 'America/New_York', '1990-05-12T00:00:00Z', [MOVED]],
	['a time of day', 'America/New_York', '1990-05-12T00:00:01Z', []],
	['an offset of its own', 'America/New_York', '1990-05-12T00:00:00-04:00', []],
	['no offset', 'America/New_York', '1990-05-12', []],
	['east of UTC', 'Asia/Kolkata', '1990-05-12T00:00:00Z', []],
	['no zone', '', '1990-05-12T00:00:00Z', []],
])('warns of a day that midnight in UTC moves: %s', (_case, timezone, date, expected) => {
	const items = [{ Birthday: date }, { Birthday: '' }, { Birthday: date }];
	const { mapped } = mapAutomatically(items, { timezone });
	const texts = columnRemarks(mapped, mappingSettings({ timezone })).flatMap(({ isNote, text }) =>
		isNote ? [] : [text],
	);
	expect(texts).toEqual(expected);
});
