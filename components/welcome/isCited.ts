import { typedAddress } from '../typedAddress.ts';
import type { PracticeMark } from './PracticeState.ts';

/** Whether a mark has a source with an address; a half typed one stays in the form. */
export const isCited = ({ source }: PracticeMark): boolean => Boolean(source && typedAddress(source.url));
