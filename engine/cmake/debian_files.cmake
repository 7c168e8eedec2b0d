# SPDX-License-Identifier: Apache-2.0
# Run by CPack when the files of all packages are in their folders: gives them Debian's form.
file(GLOB packages LIST_DIRECTORIES true ${CPACK_TEMPORARY_DIRECTORY}/*)
foreach(package IN LISTS packages)
  get_filename_component(component ${package} NAME)
  string(TOUPPER ${component} component)
  set(doc ${package}/usr/share/doc/${CPACK_DEBIAN_${component}_PACKAGE_NAME})
  configure_file(${CMAKE_CURRENT_LIST_DIR}/copyright ${doc}/copyright COPYONLY)
  configure_file(${CMAKE_CURRENT_LIST_DIR}/../../CHANGELOG.md ${doc}/changelog COPYONLY)
  file(GLOB texts ${doc}/changelog ${package}/usr/share/man/man?/*)
  execute_process(COMMAND gzip -9n ${texts} COMMAND_ERROR_IS_FATAL ANY)

  # The loader looks into the system's folders by itself.
  file(GLOB commands ${package}/usr/bin/*)
  foreach(command IN LISTS commands)
    file(RPATH_REMOVE FILE ${command})
  endforeach()

  # Where Debian's zsh looks.
  set(zsh ${package}/usr/share/zsh)
  if(EXISTS ${zsh}/site-functions)
    file(RENAME ${zsh}/site-functions ${zsh}/vendor-completions)
  endif()
endforeach()
