import Feature from 'ol/Feature';
import LineString from 'ol/geom/LineString';
import Point from 'ol/geom/Point';
import VectorLayer from 'ol/layer/Vector';
import { fromLonLat } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import { Circle, Fill, Stroke, Style, Text } from 'ol/style';
import type { Place, UseRequest } from '../api/types';
import { FONT_STACK } from '../theme';

const LINE = new Style({ stroke: new Stroke({ color: '#1a5296', width: 2, lineDash: [6, 6] }) });

/** Pick-up and drop-off of the selected request, joined by a straight dashed line (not a route). */
export class RouteLayer {
  readonly source = new VectorSource();
  readonly layer = new VectorLayer({ source: this.source });

  show(request: UseRequest | null): void {
    this.source.clear();
    if (!request) return;
    const line = new Feature(new LineString([projected(request.pickup), projected(request.dropoff)]));
    line.setStyle(LINE);
    this.source.addFeatures([line, stop(request.pickup, '起'), stop(request.dropoff, '终')]);
  }
}

function stop(place: Place, mark: string): Feature {
  const feature = new Feature(new Point(projected(place)));
  feature.setStyle([disc(mark), caption(place.name)]);
  return feature;
}

function disc(mark: string): Style {
  return new Style({
    image: new Circle({
      radius: 11,
      fill: new Fill({ color: '#1a5296' }),
      stroke: new Stroke({ color: '#ffffff', width: 2 }),
    }),
    text: new Text({ text: mark, font: `600 12px ${FONT_STACK}`, fill: new Fill({ color: '#ffffff' }) }),
  });
}

function caption(name: string): Style {
  return new Style({
    text: new Text({
      text: name,
      font: `600 12px ${FONT_STACK}`,
      offsetY: -22,
      fill: new Fill({ color: '#0f2f57' }),
      stroke: new Stroke({ color: '#ffffff', width: 3.5 }),
    }),
  });
}

function projected(place: Place): number[] {
  return fromLonLat([place.longitude, place.latitude]);
}
