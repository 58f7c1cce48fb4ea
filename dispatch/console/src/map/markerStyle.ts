import { Fill, Icon, Stroke, Style, Text } from 'ol/style';
import type { LiveProperties } from '../api/types';
import { plateText } from '../format/labels';
import { FONT_STACK } from '../theme';
import { drawMarker, type MarkerLook } from './markerImage';
import { STATE_ORDER } from './palette';

const HEADING_STEP_DEG = 15;
const MOVING_KMH = 1;

const styles = new Map<string, Style>();

/** The marker of a vehicle: one style per distinct look, drawn once and shared. */
export function markerStyle(vehicle: LiveProperties, selected: boolean, resolution: number): Style {
  const look = lookOf(vehicle, selected);
  const scale = scaleAt(resolution);
  const key = `${look.state} ${look.newEnergy} ${look.heading} ${selected} ${scale} ${devicePixelRatio}`;
  let style = styles.get(key);
  if (!style) {
    style = new Style({
      image: new Icon({ img: drawMarker(look, scale * devicePixelRatio), scale: 1 / devicePixelRatio }),
      zIndex: selected ? 9 : STATE_ORDER[look.state],
    });
    styles.set(key, style);
  }
  return style;
}

function lookOf(vehicle: LiveProperties, selected: boolean): MarkerLook {
  const { state, newEnergy } = vehicle;
  const moving = vehicle.speed_kmh >= MOVING_KMH && state !== 'OFFLINE';
  const step = Math.round(vehicle.heading_deg / HEADING_STEP_DEG) * HEADING_STEP_DEG;
  return { state, newEnergy, heading: moving ? step % 360 : null, selected };
}

function scaleAt(resolution: number): number {
  if (resolution > 1_200) return 0.56;
  if (resolution > 300) return 0.76;
  return 1;
}

/** The plate under a marker. */
export function plateStyle(vehicle: LiveProperties): Style {
  return new Style({
    text: new Text({
      text: plateText(vehicle.plate),
      font: `600 12px ${FONT_STACK}`,
      offsetY: 20,
      fill: new Fill({ color: '#17222e' }),
      stroke: new Stroke({ color: 'rgba(255, 255, 255, 0.95)', width: 3.5 }),
    }),
  });
}
