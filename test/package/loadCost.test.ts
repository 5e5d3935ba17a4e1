/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- test code, never shipped: loads the built package in a process of its own */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';

const costSchema = z.object({ megabytes: z.number(), files: z.array(z.string()) });

it('leaves what only a run or a call needs to the first one', () => {
	const program = join(__dirname, 'loadCost.js');
	const printed = execFileSync(process.execPath, ['--expose-gc', program], { encoding: 'utf8' });
	const { megabytes, files } = costSchema.parse(JSON.parse(printed));
	expect(megabytes).toBeGreaterThan(0);
	expect(megabytes).toBeLessThan(3);
	expect(files).toContain('nodes/Growlytics/Growlytics.node.js');
	expect(files).toContain('nodes/Growlytics/GrowlyticsTrigger.node.js');
	const ofARun = /delivery\/|result\/|execute|schema|answerCall|coupon|secret\.js/i;
	expect(files.filter((file) => ofARun.test(file))).toEqual([]);
});
