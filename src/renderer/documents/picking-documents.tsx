import { useState } from 'react';
import { NumberInput } from '../design/number-input.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { PrintButton } from './print-button.tsx';

/** A cart's usual places. */
const usualPostings = 12;

/** What to take along to the shelves for the most urgent postings: one list for all, or a place of the cart for each. */
export function PickingDocuments() {
  const { say } = useTexts();
  const [postings, setPostings] = useState(usualPostings);
  return (
    <div className="picking-documents">
      <NumberInput
        label={say('documents.pickFor')}
        value={postings}
        min={1}
        max={200}
        onChange={setPostings}
      />
      <PrintButton
        what={{ document: 'pick-list', postings }}
        text={say('documents.pickList')}
        testId="print-pick-list"
      />
      <PrintButton
        what={{ document: 'batch-sheet', postings }}
        text={say('documents.batchSheet')}
        testId="print-batch-sheet"
      />
    </div>
  );
}
