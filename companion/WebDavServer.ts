/** A server that the reader named, and a folder on it. */
export interface WebDavServer {
  /** Address of the folder in which ours is made; ends with a slash. */
  address: string;
  user: string;
  password: string;
}

/** Basic authentication (RFC 7617). What the browser remembers of the server, cookies too, stays out of it. */
export const signIn = ({ user, password }: WebDavServer): Record<string, string> =>
  user === '' && password === ''
    ? {}
    : {
        authorization: `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${password}`)))}`,
      };
