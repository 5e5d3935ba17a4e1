import { runMappingOptions } from '../../panel/mappingOptions';

const { numberFormat } = runMappingOptions;

/** The options that say how a product is read. */
export const productOptions = { numberFormat };
