import type { TemplatePart } from '#model/Template.ts';

/** What can be wrong with a template; the names of sentences that the reader is told. */
export const TEMPLATE_FAULTS = [
  'unknownVariable',
  'unknownFilter',
  'unknownTag',
  'notClosed',
  'html',
  'tooLong',
  'tooMuch',
  'frontOpen',
  'syntax',
] as const;

/** A fault with its place, as it is shown beside the field. */
export interface TemplateFault {
  part: TemplatePart;
  /** Counted from 1. */
  line: number;
  kind: (typeof TEMPLATE_FAULTS)[number];
  /** The name or the piece of the template that it is about; '' where there is none. */
  what: string;
}

/** Thrown where a template can't be read, or can't be written out. */
export class TemplateError extends Error {
  readonly fault: TemplateFault;

  constructor(fault: TemplateFault) {
    super(`${fault.part} ${fault.line}: ${fault.kind} ${fault.what}`);
    this.name = 'TemplateError';
    this.fault = fault;
  }
}
