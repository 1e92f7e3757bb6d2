import type { NounPhrase } from './readNounPhrase.ts';

/** A speaker with the clause that names them. Indexes of tokens. */
export interface Speaker {
  phrase: NounPhrase;
  cue: 'according to' | 'verb' | 'label';
  /** The clause: from its first token to behind its last. */
  from: number;
  to: number;
  /** Said behind the clause (“X said that …”), before it (“…, said X”), or around it. */
  says: 'after' | 'before' | 'around';
}
