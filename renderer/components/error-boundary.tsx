/** A screen that broke must not leave a white page. React itself reports the error to the console, where the shells log it. */
import { Component, type ComponentType, type ReactNode } from 'react';

export interface FallbackProps {
  readonly error: Error;
  /** Draws the children again. */
  readonly recover: () => void;
}

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  readonly fallback: ComponentType<FallbackProps>;
}

interface ErrorBoundaryState {
  readonly error: Error | null;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    const { children, fallback: Fallback } = this.props;
    return error === null ? children : <Fallback error={error} recover={() => this.setState({ error: null })} />;
  }
}
