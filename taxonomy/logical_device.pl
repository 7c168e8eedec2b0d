% SPDX-License-Identifier: Apache-2.0
io_category(logical_device, [general], "the device as its interconnect shows it").

io_subcategory(logical_device/superset, "the whole that the device belongs to").
io_aspect(logical_device/superset/interconnect, enumeration, "interconnect that the device attaches to").
io_value(logical_device/superset/interconnect, usb, "Universal Serial Bus").
io_value(logical_device/superset/interconnect, thunderbolt, "Thunderbolt").
io_value(logical_device/superset/interconnect, firewire, "IEEE 1394").
io_value(logical_device/superset/interconnect, pci, "Peripheral Component Interconnect").
io_value(logical_device/superset/interconnect, pci_express, "PCI Express").
io_value(logical_device/superset/interconnect, isa, "Industry Standard Architecture bus").
io_value(logical_device/superset/interconnect, ata, "parallel ATA").
io_value(logical_device/superset/interconnect, sata, "serial ATA").
io_value(logical_device/superset/interconnect, scsi, "parallel SCSI").
io_value(logical_device/superset/interconnect, serial_attached_scsi, "serial attached SCSI").
io_value(logical_device/superset/interconnect, nvme, "NVM Express").
io_value(logical_device/superset/interconnect, sd, "SD card and SDIO bus").
io_value(logical_device/superset/interconnect, bluetooth, "Bluetooth").
io_value(logical_device/superset/interconnect, wifi, "IEEE 802.11 wireless network").
io_value(logical_device/superset/interconnect, ethernet, "IEEE 802.3 network").
io_value(logical_device/superset/interconnect, zigbee, "Zigbee").
io_value(logical_device/superset/interconnect, infrared, "infrared link").
io_value(logical_device/superset/interconnect, nfc, "near field communication").
io_value(logical_device/superset/interconnect, rs_232, "RS-232 serial line").
io_value(logical_device/superset/interconnect, rs_485, "RS-485 serial bus").
io_value(logical_device/superset/interconnect, uart, "asynchronous serial line at logic level").
io_value(logical_device/superset/interconnect, i2c, "Inter-Integrated Circuit bus").
io_value(logical_device/superset/interconnect, i3c, "Improved Inter-Integrated Circuit bus").
io_value(logical_device/superset/interconnect, spi, "Serial Peripheral Interface").
io_value(logical_device/superset/interconnect, can, "Controller Area Network").
io_value(logical_device/superset/interconnect, gpio, "general-purpose input and output lines").
io_value(logical_device/superset/interconnect, parallel_port, "IEEE 1284 parallel port").
io_value(logical_device/superset/interconnect, ps_2, "PS/2 keyboard and mouse port").
io_value(logical_device/superset/interconnect, midi_din, "MIDI over a 5-pin DIN current loop").
io_value(logical_device/superset/interconnect, hdmi, "High-Definition Multimedia Interface").
io_value(logical_device/superset/interconnect, displayport, "DisplayPort").
io_value(logical_device/superset/interconnect, mipi_csi, "MIPI camera serial interface").
io_value(logical_device/superset/interconnect, soundwire, "MIPI SoundWire").
io_value(logical_device/superset/interconnect, virtual, "exists in software only").

io_aspect(logical_device/superset/link_rate, quantity(data_rate), "gross rate of the interconnect").
io_aspect(logical_device/superset/configurations, count, "configurations that the device can be put into").
io_aspect(logical_device/superset/functions, count, "independent functions in the device").
io_aspect(logical_device/superset/interfaces, count, "interfaces of the active configuration").

io_subcategory(logical_device/subset, "a part of the device that software sees by itself").
io_aspect(logical_device/subset/interface, count, "number of the interface").
io_aspect(logical_device/subset/alternate_settings, count, "settings that the interface can be switched between").
