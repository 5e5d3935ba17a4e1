import { choiceOption } from '../../panel/option';

/** The option that only a deletion has. */
export const deletionOptions = {
	alreadyGone: choiceOption(
		{
			displayName: 'Already Gone',
			description: 'What to make of a product that Growlytics does not have',
		},
		'error',
		{
			success: { name: 'Count as Deleted', description: 'The item is a success' },
			error: { name: 'Fail the Item', description: 'The item fails: its ID may be wrong' },
		},
	),
};
