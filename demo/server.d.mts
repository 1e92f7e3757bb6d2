export function serveDemo(options?: { port?: number; edition?: 1 | 2 }): Promise<{
  url: string;
  requests: string[];
  setEdition(edition: 1 | 2): void;
  close(): Promise<void>;
}>;
