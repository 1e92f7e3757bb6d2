import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** A WebDAV server that others wrote, of a Debian package. */
export interface DavProgram {
  name: string;
  program: string;
  package: string;
  /** How it is told to serve `folder`/files at a port of this machine, for the user ana. */
  command(folder: string, port: number): string[];
}

export const PASSWORD = 'four-grey-geese';

const APACHE = (folder: string, port: number) => `
ServerRoot ${folder}
Listen 127.0.0.1:${port}
ServerName localhost
PidFile ${folder}/pid
ErrorLog ${folder}/errors
${['mpm_event', 'authn_core', 'authn_file', 'authz_core', 'authz_user', 'auth_basic', 'dav', 'dav_fs']
  .map((one) => `LoadModule ${one}_module /usr/lib/apache2/modules/mod_${one}.so`)
  .join('\n')}
DocumentRoot ${folder}/files
DavLockDB ${folder}/locks
<Directory ${folder}/files>
  Dav On
  AuthType Basic
  AuthName shelf
  AuthUserFile ${folder}/users
  Require valid-user
</Directory>
`;

export const DAV_PROGRAMS: DavProgram[] = [
  {
    name: 'apache2 with mod_dav',
    program: '/usr/sbin/apache2',
    package: 'apache2-bin',
    command(folder, port) {
      writeFileSync(join(folder, 'apache.conf'), APACHE(folder, port));
      const { stdout } = spawnSync('openssl', ['passwd', '-apr1', PASSWORD], { encoding: 'utf8' });
      writeFileSync(join(folder, 'users'), `ana:${stdout.trim()}\n`);
      return ['-D', 'FOREGROUND', '-f', join(folder, 'apache.conf')];
    },
  },
  {
    name: 'rclone serve webdav',
    program: '/usr/bin/rclone',
    package: 'rclone',
    command: (folder, port) => [
      ...['serve', 'webdav', join(folder, 'files'), '--config', join(folder, 'rclone.conf')],
      ...['--addr', `127.0.0.1:${port}`, '--user', 'ana', '--pass', PASSWORD],
    ],
  },
];

/** Installs the program where this may be done. @throws where it is not there afterwards */
export function installed({ program, package: name }: DavProgram): void {
  if (!existsSync(program) && process.getuid?.() === 0) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { stdio: 'ignore' });
  }
  if (!existsSync(program)) throw new Error(`Please install ${name}, then run the same command again.`);
}

/** A port that is free just now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Starts it and waits until it answers. */
export async function started(one: DavProgram, folder: string, port: number): Promise<ChildProcess> {
  mkdirSync(join(folder, 'files', 'Shared'), { recursive: true });
  // Apache as root gives its work to a user of its own, who must be able to write there.
  spawnSync('chmod', ['-R', 'a+rwX', folder]);
  const child = spawn(one.program, one.command(folder, port), { stdio: 'ignore' });
  const end = () => child.kill();
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${one.name} ended with ${child.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (answer) return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export const stopped = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill();
  });
