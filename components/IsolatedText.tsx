interface Props {
  text: string;
  language?: string | null | undefined;
  class?: string;
}

/** Characters that turn the reading direction of what follows (Unicode Bidirectional Algorithm, explicit controls). */
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text of a stranger: its direction is its own and can't reach the words around it, and controls that could
 * make it read backwards are left out. Joiners, which scripts need, stay.
 */
export function IsolatedText({ text, language, class: className }: Props) {
  return (
    <bdi class={className} lang={language ?? undefined}>
      {text.replace(BIDI_CONTROLS, '')}
    </bdi>
  );
}
