import { afterEach } from 'vitest';

export * from './behaviours/stage';

afterEach(() => document.body.replaceChildren());
