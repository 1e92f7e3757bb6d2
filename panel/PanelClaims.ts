import { changedFields } from '#components/FormDrafts.ts';
import type { ClaimPatch } from '#model/drafts.ts';
import { type Annotation, CLAIM_STATUSES, CLAIM_TYPES, type Claim, OUTCOMES } from '#model/records.ts';
import { type Fields, typedKey } from '#model/typedKey.ts';
import type { PanelTexts } from './PanelTexts.ts';

const NEW: Claim = { statement: '', type: 'other', attribution: '', status: 'open' };

interface Parts {
  texts: PanelTexts;
  /** Writes fields of a claim, or takes it away. @returns the annotation's revision after it. */
  write: (id: string, claim: ClaimPatch | null) => Promise<number>;
  onChange: () => void;
  onFault: (error: unknown) => void;
}

type Stored = Pick<Annotation, 'id' | 'claim' | 'revision'>;

/** Claims being typed: shown at once, written after a pause, and kept where that fails. */
export class PanelClaims {
  readonly #parts: Parts;
  /** Annotations whose claim is being taken away. */
  readonly #leaving = new Set<string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The claim of an annotation as the reader has it in hand. */
  claimOf({ id, claim, revision }: Stored): Claim | undefined {
    if (this.#leaving.has(id)) return undefined;
    const typed = this.#parts.texts.typed.textOf(typedKey.claim(id), { fields: textsOf(claim), revision });
    return Object.keys(typed).length === 0 ? claim : fromTexts(claim, typed);
  }

  /** Shows a claim as typed and writes it after a pause; undefined takes it away. */
  type(claim: Claim | undefined, stored: Stored): void {
    const key = typedKey.claim(stored.id);
    const { typed } = this.#parts.texts;
    if (claim) typed.type(key, textsOf(claim), this.#before(stored), this.#write(stored.id));
    else void this.#takeAway(stored.id).catch(this.#parts.onFault);
  }

  async #takeAway(id: string): Promise<void> {
    this.#leaving.add(id);
    this.#parts.onChange();
    try {
      await this.#parts.write(id, null);
      // Only now: a claim that can't be taken away still has what was typed into it.
      this.#parts.texts.typed.drop(typedKey.claim(id));
    } finally {
      this.#leaving.delete(id);
      this.#parts.onChange();
    }
  }

  /** Goes on with what an earlier panel could not write. */
  resume(annotations: readonly Stored[]): void {
    for (const stored of annotations) {
      const kept = this.#parts.texts.take(typedKey.claim(stored.id));
      if (!kept) continue;
      // What the fields without a word in the kept text say now is still theirs.
      const before = stored.claim ? textsOf(stored.claim) : {};
      const fields = stored.claim ? kept.fields : { ...textsOf(NEW), ...kept.fields };
      this.#parts.texts.typed.resume(
        { ...kept, fields, base: {} },
        { fields: before, revision: stored.revision },
        this.#write(stored.id),
      );
    }
  }

  #before({ claim, revision }: Stored) {
    return { fields: textsOf(claim), revision };
  }

  /** Only what was typed: another window may be writing the other fields. */
  #write(id: string) {
    return async (fields: Fields, base: Fields): Promise<number> => {
      try {
        return await this.#parts.write(id, patchOf(fields, base));
      } catch (error) {
        this.#parts.onFault(error);
        throw error;
      }
    };
  }
}

/** A claim's fields as texts; an absent one is empty, and an absent claim has none. */
function textsOf(claim: Claim | undefined): Fields {
  return claim ? changedFields({}, { verdict: '', reason: '', resolveBy: '', outcome: '', ...claim }) : {};
}

function patchOf(fields: Fields, base: Fields): ClaimPatch {
  const { type, status, verdict, reason, resolveBy, outcome, ...plain } = Object.fromEntries(
    Object.entries(fields).filter(([name, text]) => text !== base[name]),
  );
  const known = {
    type: CLAIM_TYPES.find((one) => one === type),
    status: CLAIM_STATUSES.find((one) => one === status),
  };
  return {
    ...plain,
    ...(known.type && { type: known.type }),
    ...(known.status && { status: known.status }),
    ...(verdict !== undefined && (verdict !== '' || base.verdict) ? { verdict: verdict || null } : {}),
    ...(reason !== undefined && (reason !== '' || base.reason) ? { reason: reason || null } : {}),
    ...(outcome !== undefined && (outcome !== '' || base.outcome)
      ? { outcome: OUTCOMES.find((one) => one === outcome) ?? null }
      : {}),
    ...(resolveBy !== undefined && (resolveBy !== '' || base.resolveBy)
      ? { resolveBy: resolveBy || null }
      : {}),
  };
}

/** What is stored now with the texts laid over it. */
function fromTexts(stored: Claim | undefined, texts: Fields): Claim {
  const claim = { ...NEW, ...stored };
  return {
    ...claim,
    statement: texts.statement ?? claim.statement,
    attribution: texts.attribution ?? claim.attribution,
    type: CLAIM_TYPES.find((type) => type === texts.type) ?? claim.type,
    status: CLAIM_STATUSES.find((status) => status === texts.status) ?? claim.status,
    verdict: (texts.verdict ?? claim.verdict) || undefined,
    reason: (texts.reason ?? claim.reason) || undefined,
    outcome: OUTCOMES.find((one) => one === (texts.outcome ?? claim.outcome)),
    resolveBy: (texts.resolveBy ?? claim.resolveBy) || undefined,
  };
}
