import { Component, type ComponentChildren } from 'preact';
import { logFault } from '#model/logFault.ts';

interface Props {
  /** What is shown in the place of something that can't be drawn. */
  fallback: ComponentChildren;
  children: ComponentChildren;
}

/** Keeps what one view throws from taking the others with it. The fault is logged once. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static override getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    logFault(error, 'a view could not be drawn');
  }

  override render({ fallback, children }: Props): ComponentChildren {
    return this.state.failed ? fallback : children;
  }
}
