/** An address of Growlytics that requests go to. */
interface ServiceFacts {
	/** The credential's field for it. */
	field: string;
	/** As the credential's form calls that field. */
	label: string;
	/** Where Growlytics has it, unless it gave an account another address. */
	usual: string;
}

/** Growlytics' addresses (docs.growlytics.in: tracking users, syncing products, connector webhooks). */
export const SERVICES = {
	base: { field: 'baseUrl', label: 'Base URL', usual: 'https://dcqs-india.growlytics.in' },
	catalog: { field: 'catalogUrl', label: 'Catalog URL', usual: 'https://dc.growlytics.in' },
	connector: { field: 'connectorUrl', label: 'Connector URL', usual: 'https://cts.growlytics.in' },
} as const satisfies Record<string, ServiceFacts>;

export type Service = keyof typeof SERVICES;
