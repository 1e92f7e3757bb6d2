import { Lexer, type TokensList } from 'marked';
import { noteParts } from './noteParts.ts';

/** Deeper blocks within blocks than anybody writes; each level costs as much time as the text is long. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s))){200}/mu;

/**
 * A note as marked reads it, in a time that grows with its length. Paragraphs longer than any that people write are
 * read in parts, so a mark that begins in one and ends in the next stays as it was typed. Throws where blocks are nested
 * too deep.
 */
export function lexNote(text: string): TokensList {
  if (TOO_DEEP.test(text)) throw new RangeError('blocks nested too deep');
  const lexer = new Lexer({ gfm: true, breaks: false });
  const tokens = lexer.blockTokens(text, lexer.tokens);
  // The queue grows while it is read: an image in a link, a link in a heading.
  for (let at = 0; at < lexer.inlineQueue.length; at++) {
    const next = lexer.inlineQueue[at];
    lexer.state.inRawBlock = false;
    if (next) for (const part of noteParts(next.src)) lexer.inlineTokens(part, next.tokens);
  }
  lexer.inlineQueue = [];
  return tokens as TokensList;
}
