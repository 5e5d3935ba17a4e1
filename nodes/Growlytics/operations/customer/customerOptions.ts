import type { OptionTable } from '../../panel/option';
import { choiceOption } from '../../panel/option';

/** How a Customer ID is read. */
export const customerIdOptions = {
	customerIdCase: choiceOption(
		{
			displayName: 'Customer ID Case',
			description: 'How a Customer ID is sent that is an e-mail address',
		},
		'keep',
		{
			keep: { name: 'As It Is', description: 'Asha@Example.com stays as it is written' },
			lowerEmails: {
				name: 'E-Mails in Lower Case',
				description: 'Asha@Example.com becomes asha@example.com',
			},
		},
	),
} satisfies OptionTable;
