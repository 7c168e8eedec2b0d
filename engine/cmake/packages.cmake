# SPDX-License-Identifier: Apache-2.0
# Debian packages of what is installed, one a component: 'cpack' in the build folder makes them.
set(CPACK_GENERATOR DEB)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PACKAGE_NAME ddb)
set(CPACK_PACKAGE_CONTACT "The ddb maintainers <maintainers@ddb.invalid>"
    CACHE STRING "Name and address of who makes the packages")
# Each package has its own, below.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL library development tools)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/debian_files.cmake)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# The command needs the library, whose package does not exist yet.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/engine)

set(interface ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
set(library_package libddb${interface})
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME ${library_package})
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION
    "shared library that matches requests with devices
Programs describe the device functionality that they need. The engine in this
library finds the devices that have it, by a taxonomy of form and function,
and tells how to use them.")
# The engine is stored in the library as this Prolog has compiled it. Debian names what another one
# must have in common with it to load that.
execute_process(
  COMMAND ${DDB_SWIPL} --abi-version
  OUTPUT_VARIABLE prolog_abi
  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
string(REPLACE swipl-abi swi-prolog-abi prolog_abi "${prolog_abi}")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS ${prolog_abi})
# A trigger calls ldconfig, once for all packages of a run. CPack would write scripts for that, unless
# it is given some; the ones it is given do not exist, so the package has none.
set(control_folder ${PROJECT_BINARY_DIR}/debian)
file(WRITE ${control_folder}/triggers "activate-noawait ldconfig\n")
file(WRITE ${control_folder}/shlibs
     "libddb ${interface} ${library_package} (>= ${PROJECT_VERSION})\n")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${control_folder}/triggers ${control_folder}/shlibs
    ${control_folder}/postinst ${control_folder}/postrm)

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libddb-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "${library_package} (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS ddb-tools)
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
    "headers for programs that request device functionality
What is needed to build against ${library_package}, with CMake or pkg-config.")

set(CPACK_DEBIAN_TOOLS_PACKAGE_NAME ddb-tools)
set(CPACK_DEBIAN_TOOLS_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_TOOLS_PACKAGE_DEPENDS "${library_package} (>= ${PROJECT_VERSION})")
# For the names of vendors and products; for pictures that are laid out.
set(CPACK_DEBIAN_TOOLS_PACKAGE_RECOMMENDS "hwdata")
set(CPACK_DEBIAN_TOOLS_PACKAGE_SUGGESTS "graphviz")
set(CPACK_COMPONENT_TOOLS_DESCRIPTION
    "commands that match requests with devices and tell why
Replays scenarios, checks descriptions and explains the taxonomy; shows the
USB devices of a computer and describes what they do. Comes with the taxonomy
and with descriptions of devices.")

include(CPack)
