import { foldAddress } from './foldAddress.ts';

/** An article's addresses by their plain form: the spellings of one address belong together. The first of each stands for it. */
export function addressForms(urls: string[]): string[][] {
  const forms = new Map<string, string[]>();
  for (const url of urls) {
    const plain = foldAddress(url);
    forms.set(plain, [...(forms.get(plain) ?? []), url]);
  }
  return [...forms.values()];
}
