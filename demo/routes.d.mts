import type { Route } from './types';

/** Every address of the demo site, with what answers it. */
export const routes: Route[];
