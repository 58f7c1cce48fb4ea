import OlMap from 'ol/Map';
import Overlay from 'ol/Overlay';
import View from 'ol/View';
import { Attribution, defaults as controls, ScaleLine } from 'ol/control';
import { isEmpty } from 'ol/extent';
import { defaults as interactions } from 'ol/interaction/defaults';
import { fromLonLat, transformExtent } from 'ol/proj';
import 'ol/ol.css';
import type { UseRequest } from '../api/types';
import type { VehicleStore } from '../store/vehicleStore';
import { graticuleLayer, landLayer } from './background';
import type { VehicleFilter } from './filter';
import { FleetLayer } from './fleetLayer';
import { RouteLayer } from './routeLayer';
import { exposeDrawnVehicles } from './testHook';
import { findTiandituConfig, tiandituLayers } from './tianditu';
import { type Area, AREAS } from './views';

const CLOSEST_ZOOM = 14;
const MOVE_MS = 350;

/** The OpenLayers map: background, vehicles, the selected request; React only holds it. */
export class FleetMap {
  readonly popupElement = document.createElement('div');
  private readonly fleet: FleetLayer;
  private readonly route = new RouteLayer();
  private readonly popup: Overlay;
  private readonly map: OlMap;
  private readonly leaveStore: () => void;
  private readonly watchSize: ResizeObserver;
  private selectedId: string | null = null;

  constructor(
    target: HTMLElement,
    private readonly vehicles: VehicleStore,
    onPick: (vehicleId: string | null) => void,
    private readonly onDrawn: (drawn: number) => void,
  ) {
    this.fleet = new FleetLayer(vehicles);
    this.popup = new Overlay({ element: this.popupElement, positioning: 'bottom-center', offset: [0, -18] });
    this.map = createMap(target, this.fleet, this.route);
    this.map.addOverlay(this.popup);
    this.map.on('singleclick', ({ pixel }) => onPick(this.vehicleAt(pixel)));
    this.map.on('pointermove', (event) => {
      if (!event.dragging) target.style.cursor = this.vehicleAt(event.pixel) ? 'pointer' : '';
    });
    this.leaveStore = vehicles.subscribe((changed) => this.onChanged(changed));
    this.watchSize = new ResizeObserver(() => this.map.updateSize());
    this.watchSize.observe(target);
    this.show(AREAS[0] as Area, 0);
    exposeDrawnVehicles(this.fleet);
    void this.useTianditu();
  }

  setFilter(filter: VehicleFilter): void {
    this.fleet.setFilter(filter);
    this.onDrawn(this.fleet.source.getFeatures().length);
    this.placePopup();
  }

  show(area: Area, duration_ms: number = MOVE_MS): void {
    const extent = transformExtent(area.bounds, 'EPSG:4326', 'EPSG:3857');
    this.map.getView().fit(extent, { padding: [56, 30, 56, 30], duration: duration_ms });
  }

  select(vehicleId: string | null): void {
    this.selectedId = vehicleId;
    this.fleet.select(vehicleId);
    this.placePopup();
  }

  /** Brings a vehicle to the middle, near enough to read its plate. */
  goTo(vehicleId: string): void {
    const vehicle = this.vehicles.find(vehicleId);
    if (!vehicle) return;
    const view = this.map.getView();
    const center = fromLonLat(vehicle.geometry.coordinates.slice(0, 2));
    view.animate({ center, zoom: Math.max(view.getZoom() ?? 0, 11.5), duration: MOVE_MS });
  }

  showRequest(request: UseRequest | null): void {
    this.route.show(request);
    const extent = this.route.source.getExtent();
    if (!extent || isEmpty(extent)) return;
    this.map.getView().fit(extent, { padding: [110, 120, 90, 120], maxZoom: CLOSEST_ZOOM, duration: MOVE_MS });
  }

  destroy(): void {
    this.leaveStore();
    this.watchSize.disconnect();
    this.map.setTarget(undefined);
    this.map.dispose();
  }

  private onChanged(changed: ReadonlySet<string>): void {
    this.fleet.apply(changed);
    this.onDrawn(this.fleet.source.getFeatures().length);
    if (this.selectedId && changed.has(this.selectedId)) this.placePopup();
  }

  private placePopup(): void {
    const feature = this.selectedId ? this.fleet.source.getFeatureById(this.selectedId) : null;
    this.popup.setPosition(feature?.getGeometry()?.getCoordinates());
  }

  private vehicleAt(pixel: number[]): string | null {
    const hit = this.map.forEachFeatureAtPixel(pixel, (feature) => feature.getId(), {
      hitTolerance: 4,
      layerFilter: (layer) => layer === this.fleet.markers,
    });
    return hit === undefined ? null : String(hit);
  }

  private async useTianditu(): Promise<void> {
    const config = await findTiandituConfig();
    if (config) tiandituLayers(config).forEach((layer, index) => this.map.getLayers().insertAt(2 + index, layer));
  }
}

function createMap(target: HTMLElement, fleet: FleetLayer, route: RouteLayer): OlMap {
  return new OlMap({
    target,
    layers: [landLayer(), graticuleLayer(), route.layer, fleet.markers, fleet.plates],
    view: new View({ center: fromLonLat([112, 31]), zoom: 6, minZoom: 4, maxZoom: 18, constrainResolution: false }),
    interactions: interactions({ onFocusOnly: false, altShiftDragRotate: false, pinchRotate: false }),
    controls: controls({ rotate: false, attribution: false, zoomOptions: { zoomInTipLabel: '放大', zoomOutTipLabel: '缩小' } }).extend([
      new ScaleLine({ units: 'metric' }),
      new Attribution({ collapsible: false }),
    ]),
  });
}
