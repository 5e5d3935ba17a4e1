import type { Most } from '../../attributes/checks';

/** "Maximum 50 attributes" (docs.growlytics.in, tracking events). */
export const MOST_EVENT_ATTRIBUTES: Most = { count: 50, holder: 'event' };

/** "Event name must be less than 50 characters" (the same page). */
export const MOST_NAME_CHARACTERS = 49;
