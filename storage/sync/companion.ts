import { browser } from 'wxt/browser';
import { companionCarrier } from '#sync/companionCarrier.ts';
import { COMPANION_IN_CHROMIUM, COMPANION_IN_FIREFOX } from '#sync/companionIds.ts';

/** The companion extension, which reaches a WebDAV server for us; only an extension of this id gets what we send. */
export const companion = companionCarrier((call) =>
  browser.runtime.sendMessage(import.meta.env.FIREFOX ? COMPANION_IN_FIREFOX : COMPANION_IN_CHROMIUM, call),
);
