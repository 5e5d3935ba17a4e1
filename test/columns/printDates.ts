/* eslint-disable @n8n/community-nodes/no-restricted-globals -- test code, never shipped: a process of its own, which writes its results to its output */
import { dateResults } from './dateCases';

/** East of Greenwich is negative; July, so that daylight saving shows. */
const offsetMinutes = new Date(2026, 6, 1).getTimezoneOffset();

process.stdout.write(JSON.stringify({ offsetMinutes, results: dateResults() }));
