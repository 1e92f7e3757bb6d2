import { afterEach } from 'vitest';

export * from './behaviours/stage.ts';

afterEach(() => document.body.replaceChildren());
