device(usb_46f4_0003_usb_attached_scsi_hba, "QEMU USB Attached SCSI HBA").
usb_identity(usb_46f4_0003_usb_attached_scsi_hba, 0x46f4, 0x0003).

registration_unit(usb_46f4_0003_usb_attached_scsi_hba, storage_1).

code_interface(usb_46f4_0003_usb_attached_scsi_hba, block_storage_1, [
    read, write, fsync, blkgetsize64, blkdiscard, sg_io
]).

device_group(usb_46f4_0003_usb_attached_scsi_hba, general, [
    general(g_device, [
        information([
            description([manufacturer("QEMU"), product("USB Attached SCSI HBA")]),
            specification([
                standard("Universal Serial Bus"),
                version("3.00"),
                registry("USB vendor and product identifiers"),
                code("46f4:0003")
            ]),
            specification([
                standard("USB class mass storage"),
                registry("USB class codes"),
                code("08:06:62")
            ])
        ]),
        logical_device([
            superset([
                interconnect(usb),
                link_rate(5*gigabit_per_second),
                configurations(1),
                functions(1),
                interfaces(1)
            ]),
            subset([interface(0), alternate_settings(1)])
        ]),
        logical_requirements([environment([operating_system("Linux"), driver("uas")])]),
        power([
            sink([consumption(0*milliampere), voltage(5*volt)]),
            management([states(suspend), self_powered(true)])
        ])
    ])
]).

device_group(usb_46f4_0003_usb_attached_scsi_hba, storage_1, [
    task_element(te_storage_1, [
        code_interface(block_storage_1),
        information([
            specification([standard("USB Mass Storage Class")]),
            task_domain([domain(storage)]),
            specification([standard("USB Attached SCSI")]),
            specification([standard("SCSI transparent command set")])
        ]),
        task([registration_unit(storage_1), role([principal(store)])])
    ]),
    communications_link(cl_storage_1_out_1, [
        primitives([
            link([
                link_name("bulk out, endpoint 1"),
                model(stream),
                direction(unidirectional),
                signal_format(digital),
                acknowledgement(ack),
                transfer(bulk),
                packet_size(1024*byte)
            ]),
            channel([
                encapsulation(uas_information_unit),
                data_format(block_data),
                data_units(block)
            ])
        ])
    ]),
    communications_link(cl_storage_1_in_2, [
        primitives([
            link([
                link_name("bulk in, endpoint 2"),
                model(stream),
                direction(unidirectional),
                signal_format(digital),
                acknowledgement(ack),
                transfer(bulk),
                packet_size(1024*byte)
            ]),
            channel([
                encapsulation(uas_information_unit),
                data_format(block_data),
                data_units(block)
            ])
        ])
    ]),
    communications_link(cl_storage_1_in_3, [
        primitives([
            link([
                link_name("bulk in, endpoint 3"),
                model(stream),
                direction(unidirectional),
                signal_format(digital),
                acknowledgement(ack),
                transfer(bulk),
                packet_size(1024*byte)
            ]),
            channel([
                encapsulation(uas_information_unit),
                data_format(block_data),
                data_units(block)
            ])
        ])
    ]),
    communications_link(cl_storage_1_out_4, [
        primitives([
            link([
                link_name("bulk out, endpoint 4"),
                model(stream),
                direction(unidirectional),
                signal_format(digital),
                acknowledgement(ack),
                transfer(bulk),
                packet_size(1024*byte)
            ]),
            channel([
                encapsulation(uas_information_unit),
                data_format(block_data),
                data_units(block)
            ])
        ])
    ])
]).

connects(usb_46f4_0003_usb_attached_scsi_hba, cl_storage_1_out_1, te_storage_1).
connects(usb_46f4_0003_usb_attached_scsi_hba, te_storage_1, cl_storage_1_in_2).
connects(usb_46f4_0003_usb_attached_scsi_hba, te_storage_1, cl_storage_1_in_3).
connects(usb_46f4_0003_usb_attached_scsi_hba, cl_storage_1_out_4, te_storage_1).
