import { changedFields, FORM, type TypedFields } from '#components/FormDrafts.ts';
import type { ClaimPatch } from '#model/drafts.ts';
import { type Annotation, CLAIM_STATUSES, CLAIM_TYPES, type Claim } from '#model/records.ts';
import type { PanelForms } from './PanelForms.ts';

/** After the last key in a claim's fields, ms. */
const PAUSE = 400;

const NEW: Claim = { statement: '', type: 'other', attribution: '', status: 'open' };

interface Typed {
  /** As shown; undefined takes the claim away. */
  claim: Claim | undefined;
  /** As it was stored when the typing began. */
  base: Claim | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
}

interface Parts {
  forms: PanelForms;
  write: (id: string, claim: ClaimPatch | null) => Promise<unknown>;
  /** What is typed or stored of claims changed. */
  onChange: () => void;
  onFault: (error: unknown) => void;
}

/** Claims being typed: shown at once, written after a pause, and kept where that fails. */
export class TypedClaims {
  readonly #typed = new Map<string, Typed>();
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What was typed of an annotation's claim and is not stored; undefined where nothing. */
  get(id: string): Pick<Typed, 'claim'> | undefined {
    return this.#typed.get(id);
  }

  /** Shows a claim as typed and writes it after a pause; `stored` is what the library holds now. */
  type(id: string, claim: Claim | undefined, stored: Claim | undefined): void {
    const before = this.#typed.get(id);
    clearTimeout(before?.timer);
    const base = before ? before.base : stored;
    this.#typed.set(id, { claim, base, timer: setTimeout(() => void this.#flush(id), PAUSE) });
    if (claim) this.#parts.forms.hold(FORM.claim(id), textsOf(base, claim));
    else this.#parts.forms.drop(FORM.claim(id));
    this.#parts.onChange();
  }

  async #flush(id: string): Promise<void> {
    const typed = this.#typed.get(id);
    if (!typed) return;
    clearTimeout(typed.timer);
    const { claim, base } = typed;
    try {
      await this.#parts.forms.save(FORM.claim(id), () =>
        this.#parts.write(id, claim ? patchOf(base, claim) : null),
      );
      // More may have been typed while this was written.
      const now = this.#typed.get(id);
      if (now === typed) this.#typed.delete(id);
      else if (now) this.#typed.set(id, { ...now, base: claim });
      this.#parts.onChange();
    } catch (error) {
      this.#parts.onFault(error);
    }
  }

  /** Goes on with what an earlier panel could not write. */
  resume(annotations: readonly Annotation[]): void {
    for (const { id, claim } of annotations) {
      const texts = this.#parts.forms.get(FORM.claim(id));
      if (texts && !this.#typed.has(id)) this.type(id, claimOf(claim, texts), claim);
    }
  }

  /** The panel is closing. */
  flushAll(): void {
    for (const id of this.#typed.keys()) void this.#flush(id);
  }
}

/** A claim's fields that differ, as texts; an absent one is empty. */
const textsOf = (base: Claim | undefined, claim: Claim): TypedFields =>
  changedFields({ verdict: '', resolveBy: '', ...(base ?? {}) }, { verdict: '', resolveBy: '', ...claim });

/** Only what was typed: another window may be writing the other fields. */
function patchOf(base: Claim | undefined, claim: Claim): ClaimPatch {
  const typed = textsOf(base, claim);
  const { verdict, resolveBy, ...plain } = claim;
  return {
    ...Object.fromEntries(Object.entries(plain).filter(([name]) => name in typed)),
    ...('verdict' in typed ? { verdict: verdict ?? null } : {}),
    ...('resolveBy' in typed ? { resolveBy: resolveBy ?? null } : {}),
  };
}

/** What is stored now with the texts laid over it. */
function claimOf(stored: Claim | undefined, texts: TypedFields): Claim {
  const claim = { ...NEW, ...stored };
  return {
    ...claim,
    statement: texts.statement ?? claim.statement,
    attribution: texts.attribution ?? claim.attribution,
    type: CLAIM_TYPES.find((type) => type === texts.type) ?? claim.type,
    status: CLAIM_STATUSES.find((status) => status === texts.status) ?? claim.status,
    verdict: (texts.verdict ?? claim.verdict) || undefined,
    resolveBy: (texts.resolveBy ?? claim.resolveBy) || undefined,
  };
}
