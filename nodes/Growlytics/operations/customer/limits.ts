import type { Most } from '../../attributes/checks';

/** "In a Customer Profile, you can set a maximum number of 100 custom attributes" (docs.growlytics.in, tracking users). */
export const MOST_ATTRIBUTES: Most = { count: 100, holder: 'customer' };
