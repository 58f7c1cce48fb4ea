import type { Label } from '../format/labels';

/** Chinese label with its English beside it, smaller. */
export function Bilingual({ zh, en }: Label) {
  return (
    <>
      {zh}
      <span className="en" lang="en">
        {en}
      </span>
    </>
  );
}
