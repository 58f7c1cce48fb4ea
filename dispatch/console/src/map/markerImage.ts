import type { VehicleState } from '../api/types';
import { COMBUSTION_COLOUR, NEW_ENERGY_COLOUR, STATE_COLOURS } from './palette';

/** What a marker shows. `heading` is a step of 15°, or null for a vehicle that stands still. */
export interface MarkerLook {
  state: VehicleState;
  newEnergy: boolean;
  heading: number | null;
  selected: boolean;
}

const SIZE = 34;

/**
 * Draws a marker once, at the very size it will have on the screen, so that the map copies pixels without scaling them.
 *
 * @param scale device pixels per drawing unit
 */
export function drawMarker(look: MarkerLook, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.round(SIZE * scale);
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  pen.scale(scale, scale);
  pen.translate(SIZE / 2, SIZE / 2);
  if (look.selected) drawHalo(pen);
  if (look.heading !== null) drawArrow(pen, look.heading, edgeOf(look));
  drawBody(pen, look);
  return canvas;
}

function edgeOf(look: MarkerLook): string {
  return look.newEnergy ? NEW_ENERGY_COLOUR : COMBUSTION_COLOUR;
}

function drawHalo(pen: CanvasRenderingContext2D): void {
  pen.beginPath();
  pen.arc(0, 0, 15.5, 0, 2 * Math.PI);
  pen.fillStyle = 'rgba(26, 82, 150, 0.22)';
  pen.fill();
  pen.lineWidth = 1.5;
  pen.strokeStyle = '#1a5296';
  pen.stroke();
}

function drawArrow(pen: CanvasRenderingContext2D, heading_deg: number, colour: string): void {
  pen.save();
  pen.rotate((heading_deg * Math.PI) / 180);
  pen.beginPath();
  pen.moveTo(0, -15.5);
  pen.lineTo(4.8, -8);
  pen.lineTo(-4.8, -8);
  pen.closePath();
  pen.fillStyle = colour;
  pen.fill();
  pen.restore();
}

function drawBody(pen: CanvasRenderingContext2D, look: MarkerLook): void {
  outline(pen, look.newEnergy, 9.2);
  pen.fillStyle = edgeOf(look);
  pen.fill();
  outline(pen, look.newEnergy, look.newEnergy ? 6.8 : 7.8);
  pen.fillStyle = '#ffffff';
  pen.fill();
  outline(pen, look.newEnergy, 5.6);
  pen.fillStyle = STATE_COLOURS[look.state];
  pen.fill();
  if (look.state === 'OUT_OF_SERVICE') drawCross(pen);
}

function outline(pen: CanvasRenderingContext2D, round: boolean, radius: number): void {
  pen.beginPath();
  if (round) pen.arc(0, 0, radius, 0, 2 * Math.PI);
  else pen.roundRect(-radius * 0.9, -radius * 0.9, radius * 1.8, radius * 1.8, 2.4);
}

function drawCross(pen: CanvasRenderingContext2D): void {
  pen.beginPath();
  pen.moveTo(-2.6, -2.6);
  pen.lineTo(2.6, 2.6);
  pen.moveTo(2.6, -2.6);
  pen.lineTo(-2.6, 2.6);
  pen.lineWidth = 1.6;
  pen.strokeStyle = '#ffffff';
  pen.stroke();
}
