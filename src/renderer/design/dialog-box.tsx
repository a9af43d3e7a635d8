import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

/** A question over the screen. Esc closes it; scans go on behind it. */
export function DialogBox(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly foot: ReactNode;
}) {
  const changed = (isOpen: boolean) => {
    if (!isOpen) props.onClose();
  };
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={changed} isDismissable>
      <Modal className="overlay__modal">
        <Dialog className="dialog">
          <Heading slot="title" className="dialog__title">
            {props.title}
          </Heading>
          {props.children}
          <div className="dialog__foot">{props.foot}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
