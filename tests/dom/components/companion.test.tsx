import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type CompanionActions, CompanionView, type TypedServer } from '#companion/CompanionView.tsx';
import { COMPANION_STATES } from './companionStates.ts';
import './english.ts';

afterEach(cleanup);

function show(name: string) {
  const done: string[] = [];
  const typed: TypedServer[] = [];
  const actions: CompanionActions = {
    connect: (server) => typed.push(server),
    allow: () => done.push('allow'),
    disconnect: () => done.push('disconnect'),
  };
  const state = COMPANION_STATES[name];
  if (!state) throw new Error(name);
  render(<CompanionView state={state} actions={actions} />);
  return { done, typed };
}

it('connects by keys alone, and shows no password', async () => {
  const { typed } = show('empty');
  const password = screen.getByLabelText('Password') as HTMLInputElement;
  expect(password.type).toBe('password');
  for (const [label, text] of [
    ['Address of the WebDAV server', 'https://cloud.example/dav'],
    ['Folder on the server', 'Shared files'],
    ['User name', 'ana'],
    ['Password', 'four grey geese'],
  ] as const)
    await userEvent.type(screen.getByLabelText(label), text);
  await userEvent.keyboard('{Enter}');
  expect(typed).toEqual([
    {
      address: 'https://cloud.example/dav',
      folder: 'Shared files',
      user: 'ana',
      password: 'four grey geese',
    },
  ]);
});

it('says what is wrong where it is heard', () => {
  show('a wrong password');
  expect(screen.getByRole('alert').textContent).toContain('name and the password');
});

it('lets an extension in only when the reader says so, and names it', async () => {
  const { done } = show('connected without encryption, and asked');
  expect(screen.getByTestId('companion-asks').textContent).toContain('ifankhoedgdnhgognbfanhiogbfkbgen');
  expect(document.body.textContent).toContain('Without https');
  await userEvent.click(screen.getByRole('button', { name: 'Allow it' }));
  await userEvent.click(screen.getByRole('button', { name: 'Disconnect' }));
  expect(done).toEqual(['allow', 'disconnect']);
});
