export const ROOT: string;
/** The set-up could not be finished; `message` says what the reader can do. */
export class SetupError extends Error {}
/** Environment in which the project's own tools, Node 24 among them, come first. */
export function toolEnvironment(): NodeJS.ProcessEnv;
/** The Node that runs the project's tools. */
export function projectNode(): string;
