import type { PlateColour } from '../api/types';
import { plateText } from '../format/labels';

/** A number plate in its own colour. */
export function Plate({ plate, colour, large = false }: { plate: string; colour: PlateColour; large?: boolean }) {
  const size = large ? ' plate-large' : '';
  return <span className={`plate plate-${colour.toLowerCase()}${size}`}>{plateText(plate)}</span>;
}
