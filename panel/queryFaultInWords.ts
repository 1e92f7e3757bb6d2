import { t } from '#components/strings.ts';
import type { QueryFault } from '#model/searchQuery.ts';

const SENTENCES = {
  'unknown operator': 'searchFault.unknownOperator',
  'no value': 'searchFault.noValue',
  'unknown state': 'searchFault.unknownState',
  'unknown color': 'searchFault.unknownColor',
  'no day': 'searchFault.noDay',
  'open quote': 'searchFault.openQuote',
} as const;

/** What is wrong with a part of a query, and what was done about it. */
export const queryFaultInWords = ({ kind, part }: QueryFault): string => t(SENTENCES[kind], { part });
