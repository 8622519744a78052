import { Component, type ReactNode } from 'react';
import { Notice } from '../ui/notice';
import { loadedTexts } from './loaded-texts';

interface Props {
  readonly children: ReactNode;
}

/** Says that something cannot be shown where else the page would stay blank. */
export class OutageBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <Notice tone="error" title={loadedTexts.broken}>
        {loadedTexts.reload}
      </Notice>
    );
  }
}
