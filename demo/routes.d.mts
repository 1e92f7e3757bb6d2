import type { Route } from './types.d.ts';

/** Every address of the demo site, with what answers it. */
export const routes: Route[];
